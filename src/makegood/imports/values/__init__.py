"""Values: what people write for a day, a time and an amount of minutes."""
