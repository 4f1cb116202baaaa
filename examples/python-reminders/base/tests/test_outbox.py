import time

from outbox import Outbox


def test_a_reminder_arrives():
    outbox = Outbox()
    outbox.send("INV-2026-0007").join()
    assert outbox.sent == ["INV-2026-0007"]


def test_a_reminder_arrives_at_once():
    outbox = Outbox()
    outbox.send("INV-2026-0007")
    time.sleep(0.02)
    assert outbox.sent == ["INV-2026-0007"]
