"""Credit notes: money that goes back to the customer."""

from __future__ import annotations

from dataclasses import dataclass

from invoice.document import Invoice
from invoice.money import Money
from invoice.tax import tax_on


@dataclass(frozen=True)
class CreditNote:
    invoice_number: str
    net: Money
    tax: Money

    @property
    def gross(self) -> Money:
        return self.net + self.tax


def credit_in_full(invoice: Invoice) -> CreditNote:
    """Takes the whole invoice back."""
    return CreditNote(invoice.number, invoice.net, invoice.tax)


def credit_amount(invoice: Invoice, net: Money, reduced_tax: bool = False) -> CreditNote:
    """Takes a part of the invoice back, never more than it charged."""
    if net.cents <= 0:
        raise ValueError("a credit note must be above zero")
    if net > invoice.net:
        surplus = net - invoice.net
        raise ValueError(
            f"{net} is {surplus} more than invoice {invoice.number} charged"
        )
    tax = tax_on(net, invoice.country, reduced_tax)
    if tax > invoice.tax:
        tax = invoice.tax
    return CreditNote(invoice.number, net, tax)
