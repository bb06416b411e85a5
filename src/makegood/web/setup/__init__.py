"""Setting a site up: where one logs, bringing files in, the policy."""
