"""Where archived copies come from: one interface, an archive a file."""
