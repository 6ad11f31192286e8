"""Where a training runs, on a plain CPU or on an accelerator, and how much of it is left."""

from __future__ import annotations

import math
import multiprocessing
import time
from typing import TYPE_CHECKING, TypeVar

import torch

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from torch import nn

Item = TypeVar("Item")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How a training is told where to run and for how long."""
    parser.add_argument("--device", type=torch.device, default=torch.device("cpu"))
    parser.add_argument("--minutes", type=float, default=0, help="stop after these at the latest")


def half(where: torch.Tensor) -> torch.autocast:
    """Products in bfloat16, on the device where a tensor is."""
    return torch.autocast(where.device.type, torch.bfloat16)


def ahead(make: Callable[[], Iterator[Item]], depth: int = 12) -> Iterator[Item]:
    """Without end: what a generator yields, made in another process while the network learns.

    The process begins at once. Call this before anything is put on an accelerator.
    """
    context = multiprocessing.get_context("fork")
    queue: multiprocessing.Queue[Item] = context.Queue(depth)

    def fill() -> None:
        torch.set_num_threads(1)
        for item in make():
            queue.put(item)

    context.Process(target=fill, daemon=True).start()
    return iter(lambda: queue.get(timeout=300), None)


class Learning:
    """The steps of a training: what is learned at which rate, and the running mean of the weights.

    Parts of the network whose names begin as one of `new` learn `faster` times as fast. Rates rise
    for `warm` steps and fall to nothing with what is left: the share of the steps, or that of the
    minutes where those end sooner. The mean is of the weights of about the last `span` steps.
    """

    def __init__(
        self,
        model: nn.Module,
        new: tuple[str, ...],
        options: argparse.Namespace,
        *,
        faster: float,
        warm: int,
        span: int = 250,
    ) -> None:
        self.model, self.warm, self.span = model, warm, span
        self.steps, self.seconds = options.steps, options.minutes * 60 or math.inf
        learned = [(name, one) for name, one in model.named_parameters() if one.requires_grad]
        own = [one for name, one in learned if name.startswith(new)]
        body = [one for name, one in learned if not name.startswith(new)]
        self.learned = body + own
        self.rates = (options.rate, faster * options.rate)
        parts = [{"params": body, "lr": 0.0}, {"params": own, "lr": 0.0}]
        self.optimizer = torch.optim.AdamW(parts, weight_decay=0.01, fused=True)
        self.averaged = {name: one.detach().clone() for name, one in model.state_dict().items()}
        self.begun, self.step, self.over = time.time(), 0, False
        self.means: list[float] = []
        self._set_rates(0.01)

    def learn(self, losses: Iterable[torch.Tensor]) -> None:
        """One step on the sum of some losses, each made when the one before is done with."""
        self.optimizer.zero_grad(set_to_none=True)
        found = []
        for loss in losses:
            loss.backward()
            found.append(loss.detach())
        torch.nn.utils.clip_grad_norm_(self.learned, 1.0)
        self.optimizer.step()
        self.step += 1
        left = 1 - max(self.step / self.steps, (time.time() - self.begun) / self.seconds)
        self.over = left <= 0
        self._set_rates(min((self.step + 1) / self.warm, max(0.0, left)))
        if self.step % EVERY == 0:
            self._take_in()
        if self.step % 10 == 1:
            now = [loss.item() for loss in found]
            before = self.means[: len(now)] if self.means else now
            self.means = [old + 0.2 * (new - old) for old, new in zip(before, now, strict=False)]

    @torch.no_grad()
    def _take_in(self) -> None:
        share = max(EVERY / self.span, EVERY / (self.step + EVERY))
        for name, one in self.model.state_dict().items():
            self.averaged[name].lerp_(one, share)

    def _set_rates(self, share: float) -> None:
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share

    def weights(self) -> dict[str, torch.Tensor]:
        """The running mean, to be kept."""
        return {name: one.cpu() for name, one in self.averaged.items()}

    def __str__(self) -> str:
        lost = " ".join(f"{mean:.3f}" for mean in self.means)
        return f"{self.step}/{self.steps} {time.time() - self.begun:.0f}s {lost}"


#: In how many steps the running mean takes in the weights.
EVERY = 5
