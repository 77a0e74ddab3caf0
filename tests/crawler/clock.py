"""A clock that moves only when something waits, in place of anyio's: tests of waits neither wait nor read the time."""

import anyio
import anyio.lowlevel


class VirtualClock:
    """Seconds since the test began. A wait sets it forward at once."""

    def __init__(self) -> None:
        self.now = 0.0

    def current_time(self) -> float:
        return self.now

    async def sleep_until(self, deadline: float) -> None:
        self.now = max(self.now, deadline)
        await anyio.lowlevel.checkpoint()

    async def sleep(self, delay: float) -> None:
        await self.sleep_until(self.now + delay)
