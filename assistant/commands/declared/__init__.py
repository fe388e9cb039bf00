"""The commands as they are typed (命令声明), in the order in which the help lists them."""

from assistant.commands.declared import asking, draft, ledger, training, writing

__all__ = ["DECLARED"]

DECLARED = (asking, draft, ledger, writing, training)
