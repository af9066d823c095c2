#!/bin/sh
# changed-services.sh BASE: the services to build anew since the commit BASE, one a line, by what their modules depend on
# in the poms; and the line `kubernetes` when the manifests changed. No BASE, or one that this clone does not have, means
# that nothing is known: everything is printed.
set -eu
. "$(dirname "$0")/services.sh"

base=${1:-}
if [ -z "$base" ] || ! git rev-parse --quiet --verify "$base^{commit}" >/dev/null; then
    services
    echo kubernetes
    exit
fi

# --no-renames: what moves from one module to another changes both
git -c core.quotePath=off diff --name-only --no-renames "$base" HEAD -- |
    awk -v table=jenkins/services -v poms="$(find . -maxdepth 2 -name pom.xml | tr '\n' ' ')" '
        BEGIN {
            while ((getline line < table) > 0)
                if (line !~ /^#/ && split(line, column, " ") > 1) {
                    service[++count] = column[1]
                    module[column[1]] = column[2]
                }
            # The one at the top first: it says which of our modules are for tests everywhere
            read("./pom.xml")
            number = split(poms, pom, " ")
            for (i = 1; i <= number; i++)
                if (pom[i] != "./pom.xml") read(pom[i])
        }
        $0 == "pom.xml" || $0 == ".containerignore" || /^\.mvn\// { all = 1 }
        /^kubernetes\/(base|components|overlays)\// { manifests = 1 }
        # Neither tests nor prose go into an image
        /^[^\/]+\// && !/^[^\/]+\/src\/test\// && !/^[^\/]+\/[^\/]+\.md$/ { changed[substr($0, 1, index($0, "/") - 1)] = 1 }
        END {
            for (i = 1; i <= count; i++)
                if (all || touched(module[service[i]])) print service[i]
            if (manifests) print "kubernetes"
        }

        function touched(name,    i, n, needed) {
            if (name in changed) return 1
            n = split(needs[name], needed, " ")
            for (i = 1; i <= n; i++)
                if (touched(needed[i])) return 1
            return 0
        }

        # Our own modules that a pom depends on, but for tests; what profiles add is for the local run
        function read(pom,    name, line, group, artifact, scope, profiles, exclusions, dependency) {
            name = pom
            gsub(/^\.\/|\/?pom\.xml$/, "", name)
            while ((getline line < pom) > 0) {
                if (line ~ /<profiles>/) profiles = 1
                if (line ~ /<\/profiles>/) profiles = 0
                if (profiles) continue
                if (line ~ /<dependency>/) { dependency = 1; group = artifact = ""; scope = "default" }
                if (line ~ /<exclusions>/) exclusions = 1
                if (dependency && !exclusions) {
                    if (line ~ /<groupId>/) group = text(line)
                    if (line ~ /<artifactId>/) artifact = text(line)
                    if (line ~ /<scope>/) scope = text(line)
                }
                if (line ~ /<\/exclusions>/) exclusions = 0
                if (line ~ /<\/dependency>/ && group == "org.coursewise") {
                    if (name == "") managed[artifact] = scope
                    else if (scope != "test" && (scope != "default" || managed[artifact] != "test"))
                        needs[name] = needs[name] " " artifact
                }
                if (line ~ /<\/dependency>/) dependency = 0
            }
            close(pom)
        }

        function text(line) {
            gsub(/^[^>]*>|<.*$/, "", line)
            return line
        }'
