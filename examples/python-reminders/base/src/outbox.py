"""Reminders leave by a thread of their own."""

import random
import threading
import time


class Outbox:
    def __init__(self) -> None:
        self.sent: list[str] = []

    def send(self, text: str) -> threading.Thread:
        thread = threading.Thread(target=self._deliver, args=(text,))
        thread.start()
        return thread

    def _deliver(self, text: str) -> None:
        time.sleep(random.uniform(0.001, 0.025))
        self.sent.append(text)
