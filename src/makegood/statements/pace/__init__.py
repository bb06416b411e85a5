"""Whether the promised minutes will be reached at this rate."""
