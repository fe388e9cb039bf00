"""`python -m assistant`, the same as `fazhi`."""

from assistant.cli import main

if __name__ == "__main__":
    main()
