// Loaded into every server before its own code: the server ends as soon as whoever started it is gone, however
// that came about, because the other end of its standard input is closed then.
process.stdin.on('end', () => process.exit(0));
process.stdin.on('error', () => process.exit(0));
process.stdin.resume();
