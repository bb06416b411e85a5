"""The same records under several policies, side by side."""
