"""When a reminder is due: on the last day already; and what it costs."""

from datetime import date, timedelta

DAYS_TO_PAY = 14
FEE_CENTS = 250


def due_on(invoiced: date) -> date:
    return invoiced + timedelta(days=DAYS_TO_PAY)


def is_due(invoiced: date, today: date) -> bool:
    return today >= due_on(invoiced)


def fee_cents(reminders_sent: int) -> int:
    """The first reminder is free."""
    return FEE_CENTS * reminders_sent
