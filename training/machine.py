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


class Schedule:
    """Learning rates that rise for `warm` steps and fall to nothing with what is left.

    Left is the share of the steps, or that of the minutes where those end sooner.
    """

    def __init__(
        self, optimizer: torch.optim.Optimizer, steps: int, warm: int, minutes: float = 0
    ) -> None:
        self.optimizer, self.steps, self.warm = optimizer, steps, warm
        self.seconds = minutes * 60 or math.inf
        self.rates = [group["lr"] for group in optimizer.param_groups]
        self.begun, self.step, self.over = time.time(), 0, False
        self._set(0.01)

    def advance(self) -> None:
        """Count a step and set the rates of the next."""
        self.step += 1
        left = 1 - max(self.step / self.steps, (time.time() - self.begun) / self.seconds)
        self.over = left <= 0
        self._set(min((self.step + 1) / self.warm, max(0.0, left)))

    def _set(self, share: float) -> None:
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share

    def __str__(self) -> str:
        return f"{self.step}/{self.steps} {time.time() - self.begun:.0f}s"


class RunningMean:
    """The mean of the weights of the last `span` steps, later ones counting for more."""

    def __init__(self, model: nn.Module, span: int = 250, every: int = 5) -> None:
        self.model, self.span, self.every = model, span, every
        self.weights = {name: one.detach().clone() for name, one in model.state_dict().items()}

    @torch.no_grad()
    def follow(self, step: int) -> None:
        """Take in the weights after a step, of every few."""
        if step % self.every:
            return
        share = max(self.every / self.span, self.every / (step + self.every))
        for name, one in self.model.state_dict().items():
            self.weights[name].lerp_(one, share)

    def on_cpu(self) -> dict[str, torch.Tensor]:
        """The weights, to be kept."""
        return {name: one.cpu() for name, one in self.weights.items()}


def groups(
    model: nn.Module, new: tuple[str, ...], rate: float, faster: float
) -> tuple[torch.optim.Optimizer, list[nn.Parameter]]:
    """An optimizer by which what is new (its name begins so) learns faster; all that learns."""
    learned = [(name, one) for name, one in model.named_parameters() if one.requires_grad]
    own = [one for name, one in learned if name.startswith(new)]
    body = [one for name, one in learned if not name.startswith(new)]
    parts: Iterable[dict[str, object]] = (
        {"params": body, "lr": rate},
        {"params": own, "lr": faster * rate},
    )
    return torch.optim.AdamW(parts, weight_decay=0.01, fused=True), body + own
