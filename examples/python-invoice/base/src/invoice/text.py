"""An invoice as plain text."""

from __future__ import annotations

from invoice.document import Invoice, Line


def render(invoice: Invoice) -> str:
    rows = [f"Invoice {invoice.number}", ""]
    rows.extend(render_line(line) for line in invoice.lines)
    rows.append("")
    rows.append(f"net   {invoice.net}")
    rows.append(f"tax   {invoice.tax}")
    rows.append(f"total {invoice.gross}, due on {invoice.due_on:%Y-%m-%d}")
    return "\n".join(rows)


def render_line(line: Line) -> str:
    if line.quantity == 1:
        return f"{line.text}: {line.net}"
    return f"{line.text}: {line.quantity} x {line.unit_price} = {line.net}"
