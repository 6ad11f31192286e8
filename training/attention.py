"""Attention as one operator, which takes less time than the steps that PyTorch writes for it.

Here a text is always read by itself, so that nothing is masked: the mask goes too, and what is
computed stays the same up to rounding.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import onnx
from onnx import helper

if TYPE_CHECKING:
    from pathlib import Path

    from onnx import GraphProto, NodeProto

#: Heads of every encoder here.
HEADS = 12

#: The operator set that has attention for the processor.
_DOMAIN = "com.microsoft"


def fuse_attention(path: Path) -> None:
    """Rewrite a graph in place; the inputs that nothing needs any more are taken out of it.

    Raises
    ------
    ValueError
        If a softmax does not stand in attention as PyTorch writes it.
    """
    model = onnx.load(str(path))
    graph = model.graph
    made = {output: node for node in graph.node for output in node.output}
    used = {given: node for node in graph.node for given in node.input}
    for softmax in [node for node in graph.node if node.op_type == "Softmax"]:
        product = _before(_before(_before(softmax, "Add", made), "Div", made), "MatMul", made)
        mixed = used[softmax.output[0]]
        asked, known = (made[name] for name in product.input)
        parts = [_split(turned, made) for turned in (asked, known, made[mixed.input[1]])]
        joined = used[used[mixed.output[0]].output[0]]
        if joined.op_type != "Reshape":
            raise ValueError(f"{path}: {softmax.name}: found {joined.op_type} after attention")
        attention = helper.make_node(
            "MultiHeadAttention", parts, [joined.output[0]], domain=_DOMAIN, num_heads=HEADS,
            name=softmax.name.replace("Softmax", "Attention"),
        )  # fmt: skip
        graph.node.insert(list(graph.node).index(joined), attention)
        graph.node.remove(joined)
    _prune(graph)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def _before(node: NodeProto, kind: str, made: dict[str, NodeProto]) -> NodeProto:
    """The one node of a kind that an input of this one comes from."""
    for name in node.input:
        if name in made and made[name].op_type == kind:
            return made[name]
    raise ValueError(f"{node.name}: no {kind} before it")


def _split(turned: NodeProto, made: dict[str, NodeProto]) -> str:
    """What was cut into heads: turned round, after it had been reshaped."""
    return str(made[turned.input[0]].input[0])


def _prune(graph: GraphProto) -> None:
    """Take out what no output needs."""
    needed = {output.name for output in graph.output}
    kept = []
    for node in reversed(graph.node):
        if not needed.isdisjoint(node.output):
            kept.append(node)
            needed.update(node.input)
    del graph.node[:], graph.value_info[:]
    graph.node.extend(reversed(kept))
    for field in (graph.initializer, graph.input):
        for one in [one for one in field if one.name not in needed]:
            field.remove(one)
