#!/usr/bin/env bash
# Gradescope runs this once, as root, when it builds the image: Python 3.11 or newer, and the pinned libraries.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
if [ -d "$here/source" ]; then source="$here/source"; else source="$here"; fi
root=$(dirname "$source")

find_python() {
  for name in python3.13 python3.12 python3.11 python3; do
    if command -v "$name" > /dev/null && "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2> /dev/null; then
      command -v "$name"
      return
    fi
  done
}

python=$(find_python)
if [ -z "$python" ]; then
  apt-get update
  apt-get install -y python3.12 python3.12-venv || apt-get install -y python3.11 python3.11-venv
  python=$(find_python)
fi
"$python" -m venv "$root/venv"
"$root/venv/bin/python" -m pip install --disable-pip-version-check --no-deps -r "$source/requirements.txt"
chmod 700 "$source/kit"
