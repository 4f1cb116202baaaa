"""Invoices that add up: integer cents, explicit currencies, one rounding rule."""
