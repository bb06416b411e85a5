"""The search: prices that bound every plan, and a plan that comes near the bound."""
