"""Imports: any log, grid, caseload, calendar or note that people have becomes a folder of records."""
