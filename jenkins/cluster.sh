# shellcheck shell=sh
# Read by the scripts that change the cluster that KUBECONFIG points to.

namespace=${COURSEWISE_NAMESPACE:-coursewise}
patience=${COURSEWISE_ROLLOUT_SECONDS:-600}

in_namespace() {
    kubectl --namespace "$namespace" "$@"
}

# Where an object names its image
path_of() {
    case $(kind_of "$1") in
        deployment) echo /spec/template/spec/containers/0/image ;;
        *) echo /spec/applicationImage ;;
    esac
}

# The image that a service has in the cluster; nothing when the service is not there
live_image() {
    case $(kind_of "$1") in
        deployment) path='{.spec.template.spec.containers[0].image}' ;;
        *) path='{.spec.applicationImage}' ;;
    esac
    in_namespace get "$(object_of "$1")" --ignore-not-found --output "jsonpath=$path"
}

# set_image SERVICE IMAGE
set_image() {
    in_namespace patch "$(object_of "$1")" --type json \
        --patch "[{\"op\": \"replace\", \"path\": \"$(path_of "$1")\", \"value\": \"$2\"}]"
}

# apply OVERLAY IMAGES: applies a folder of manifests with the images of a file of lines `SERVICE IMAGE`
apply() {
    rendered=target/release/rendered
    rm -rf "$rendered"
    mkdir -p "$rendered"
    {
        echo "resources: [../../../$1]"
        [ ! -s "$2" ] || echo 'patches:'
        while read -r service image; do
            case $(kind_of "$service") in
                deployment) target='group: apps, kind: Deployment' ;;
                *) target='group: apps.openliberty.io, kind: OpenLibertyApplication' ;;
            esac
            echo "  - target: {$target, name: $(name_of "$service")}"
            echo "    patch: '[{\"op\": \"replace\", \"path\": \"$(path_of "$service")\", \"value\": \"$image\"}]'"
        done <"$2"
    } >"$rendered/kustomization.yaml"
    kubectl apply --server-side --force-conflicts --field-manager coursewise --kustomize "$rendered"
}

# await SERVICE: until the operator has taken in the last change, all replicas run it, and the service says Ready.
# `|| return`, because the shell overlooks errors in a function whose result is asked for
await() {
    if [ "$(kind_of "$1")" = openlibertyapplication ]; then
        taken_in "$1" || return 1
    fi
    in_namespace rollout status "deployment/$(name_of "$1")" --timeout "${patience}s" || return 1
    if [ "$(kind_of "$1")" = openlibertyapplication ]; then
        in_namespace wait "$(object_of "$1")" --for condition=Ready --timeout "${patience}s" || return 1
    fi
}

# Right after a change, Ready is still what it was before
taken_in() {
    generations='{.metadata.generation} {.status.observedGeneration}'
    deadline=$(($(date +%s) + patience))
    until seen=$(in_namespace get "$(object_of "$1")" --output "jsonpath=$generations") &&
        [ "${seen% *}" = "${seen#* }" ]; do
        [ "$(date +%s)" -lt "$deadline" ] || fail "The operator has not taken in $1 within $patience seconds."
        sleep 2
    done
}
