"""The field's own words: reasons, dispositions, accounts, findings. Uses no other room."""
