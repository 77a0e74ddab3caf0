"""Measurements that anyone can make again: each script says how, prints its environment, and compares in one run."""
