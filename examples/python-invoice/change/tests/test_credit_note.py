from datetime import date

from invoice.credit_note import credit_amount, credit_in_full
from invoice.document import Invoice, Line
from invoice.money import Money


def an_invoice() -> Invoice:
    invoice = Invoice("INV-2026-0007", "DE", date(2026, 3, 1))
    invoice.add(Line("Workshop", Money(100_000)))
    return invoice


def test_a_full_credit_note_mirrors_the_invoice():
    note = credit_in_full(an_invoice())
    assert note.invoice_number == "INV-2026-0007"
    assert note.gross == an_invoice().gross


def test_a_partial_credit_note_carries_its_own_tax():
    note = credit_amount(an_invoice(), Money(10_000))
    assert note.gross == Money(11_900)
