# Runs a child so that only its parent stops it: sh child.sh <stop signal> <command...>
# The child becomes this very process, so the parent's process id is the child's.

# Ctrl-C and a closed terminal reach the whole process group; the parent alone acts on them
trap '' INT HUP QUIT

# Standard input is a pipe that the parent holds open. When it ends, the parent is gone, however it went:
# a watcher, orphaned on purpose so that the child never has to wait for it, then ends the child.
signal=$1
shift
exec 3<&0 </dev/null
( (
  trap '' TERM
  while read -r _ <&3; do :; done
  kill "-$signal" $$
  for second in 1 2 3 4 5 6 7 8 9 10; do
    kill -0 $$ || exit 0
    sleep 1
  done
  kill -KILL $$
) >/dev/null 2>&1 & )
exec 3<&-

# A session of its own keeps the terminal's signals from those that would not ignore them, PostgreSQL above all
if command -v setsid >/dev/null 2>&1; then
  exec setsid "$@"
elif command -v perl >/dev/null 2>&1; then
  exec perl -MPOSIX -e 'POSIX::setsid(); exec { $ARGV[0] } @ARGV or die $!' "$@"
fi
exec "$@"
