# shellcheck shell=sh
# Read by the scripts that look for known vulnerabilities: OSV-Scanner, offline, on a mirror of its database.

need COURSEWISE_OSV_DATABASE
command -v osv-scanner >/dev/null || fail "osv-scanner is not on the PATH."

# fresh ECOSYSTEM: an old database finds nothing new, so a scan with it is worth nothing
fresh() {
    database="$COURSEWISE_OSV_DATABASE/osv-scalibr/$1/all.zip"
    [ -s "$database" ] || fail "There is no $database; jenkins/README.md says how to mirror it."
    [ -z "$(find "$database" -mtime +6)" ] || fail "$database is older than 7 days; the mirror must run again."
}

# scan REPORT ARGUMENTS...: to find something is no failure here (exit 1), the gate judges that; all else is
scan() {
    report=$1
    shift
    mkdir -p target/security
    status=0
    OSV_SCANNER_LOCAL_DB_CACHE_DIRECTORY=$COURSEWISE_OSV_DATABASE \
        osv-scanner scan "$@" --offline --format sarif --output-file "$report" || status=$?
    [ "$status" -le 1 ] || fail "osv-scanner ended with $status."
}
