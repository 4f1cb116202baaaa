from datetime import date

import pytest

from invoice.document import Invoice, Line
from invoice.money import Money


def an_invoice() -> Invoice:
    invoice = Invoice("INV-2026-0007", "DE", date(2026, 3, 1))
    invoice.add(Line("Workshop", Money(100_000)))
    invoice.add(Line("Handbook", Money(2_500), quantity=4, reduced_tax=True))
    return invoice


def test_totals_are_the_sums_of_the_lines():
    invoice = an_invoice()
    assert invoice.net == Money(110_000)
    assert invoice.tax == Money(19_700)
    assert invoice.gross == Money(129_700)


def test_a_line_needs_a_quantity():
    with pytest.raises(ValueError, match="at least 1"):
        an_invoice().add(Line("Nothing", Money(1), quantity=0))


def test_an_invoice_is_overdue_after_its_last_day():
    invoice = an_invoice()
    assert not invoice.is_overdue(date(2026, 3, 31))
    assert invoice.is_overdue(date(2026, 4, 1))


def test_paying_early_earns_a_discount():
    invoice = an_invoice()
    assert invoice.early_payment_discount(date(2026, 3, 11)) == Money(2_594)
    assert invoice.early_payment_discount(date(2026, 3, 12)) == Money(0)
