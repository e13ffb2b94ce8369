"""What an owner says and hears: filing, own cases, verdicts, callbacks, binding."""
