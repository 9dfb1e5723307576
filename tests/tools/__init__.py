"""What the tests stand on: a browser, a closed network, the order of the rooms."""
