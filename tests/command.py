"""A `citewatch` for scripts: a file for their PATH that has itself run by a process which is ready to fork.

Starting Python and importing the program takes longer than most of what the scripts of guides and recipes ask for.
"""

import json
import os
import signal
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.process import PROCESSES, become

_MOST_BYTES = 100_000  # of the arguments and the environment
_CLIENT = """\
#!{python} -IS
import json, os, socket, sys
runner = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
runner.connect({address!r})
socket.send_fds(runner, [json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()], [0, 1, 2])
sys.exit(int(runner.recv(3)))
"""


@contextmanager
def served() -> Iterator[Path]:
    """Serve a file to be copied as the `citewatch` of scripts."""
    with tempfile.TemporaryDirectory() as folder:
        address, client = Path(folder, "runner"), Path(folder, "citewatch")
        client.write_text(_CLIENT.format(python=sys.executable, address=str(address)))
        client.chmod(0o755)
        with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
            listener.bind(str(address))
            listener.listen()
            server = PROCESSES.Process(target=_serve, args=(listener,))
            server.start()
        try:
            yield client
        finally:
            server.terminate()
            server.join()


def _serve(listener: socket.socket) -> None:
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for those who answer
    while True:
        asked, _ = listener.accept()
        if os.fork() == 0:
            listener.close()
            return _answer(asked)
        asked.close()


def _answer(asked: socket.socket) -> None:
    """Run the program for one script, and answer with its exit status."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    message, files, _, _ = socket.recv_fds(asked, _MOST_BYTES, 3)
    if (child := os.fork()) == 0:
        asked.close()
        return become(*json.loads(message), files)
    for file in files:
        os.close(file)  # a pipe's reader waits for its last writer
    asked.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())
    return None
