"""Letters about a child: written, read, changed and downloaded. A draft is kept nowhere."""
