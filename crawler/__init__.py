"""All that touches network, disk and clock, and the application that drives the other two rooms."""
