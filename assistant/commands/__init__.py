"""What the commands of `fazhi` do (命令), one file each; `assistant/cli.py` declares them."""
