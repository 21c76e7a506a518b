"""The command line: outputs, exit codes, the demo and the CI workflows."""
