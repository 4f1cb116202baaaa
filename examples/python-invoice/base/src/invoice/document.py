"""An invoice: its lines and its totals."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from invoice.money import Money
from invoice.tax import tax_on


@dataclass(frozen=True)
class Line:
    text: str
    unit_price: Money
    quantity: int = 1
    reduced_tax: bool = False

    @property
    def net(self) -> Money:
        return self.unit_price.times(self.quantity)


@dataclass
class Invoice:
    number: str
    country: str
    issued_on: date
    days_to_pay: int = 30
    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> None:
        if line.quantity < 1:
            raise ValueError(f"quantity of {line.text!r} must be at least 1")
        self.lines.append(line)

    @property
    def net(self) -> Money:
        total = Money(0)
        for line in self.lines:
            total += line.net
        return total

    @property
    def tax(self) -> Money:
        total = Money(0)
        for line in self.lines:
            total += tax_on(line.net, self.country, line.reduced_tax)
        return total

    @property
    def gross(self) -> Money:
        return self.net + self.tax

    @property
    def due_on(self) -> date:
        return self.issued_on + timedelta(days=self.days_to_pay)

    def is_overdue(self, today: date) -> bool:
        return today > self.due_on
