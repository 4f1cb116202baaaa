from datetime import date

from invoice.document import Invoice, Line
from invoice.money import Money
from invoice.text import render


def test_an_invoice_reads_from_top_to_bottom():
    invoice = Invoice("INV-2026-0001", "AT", date(2026, 1, 10), days_to_pay=14)
    invoice.add(Line("Sticker", Money(50), quantity=10))
    assert render(invoice).splitlines() == [
        "Invoice INV-2026-0001",
        "",
        "Sticker: 10 x 0.50 EUR = 5.00 EUR",
        "",
        "net   5.00 EUR",
        "tax   1.00 EUR",
        "total 6.00 EUR, due on 2026-01-24",
    ]
