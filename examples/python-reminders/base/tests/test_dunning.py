from datetime import date

from dunning import due_on, fee_cents, is_due


def test_an_invoice_is_due_after_a_fortnight():
    assert due_on(date(2026, 3, 1)) == date(2026, 3, 15)


def test_the_last_day_is_still_in_time():
    assert not is_due(date(2026, 3, 1), today=date(2026, 3, 15))


def test_the_first_reminder_is_free():
    assert fee_cents(reminders_sent=0) == 0
