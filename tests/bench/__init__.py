"""The benchmark: the same content built by gongshi and by Hugo, in turn. Run by `make bench` and `make profile`."""
