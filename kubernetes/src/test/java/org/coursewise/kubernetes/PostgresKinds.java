package org.coursewise.kubernetes;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What we use of {@code postgresql.cnpg.io/v1}, for which there is no model to be had. */
final class PostgresKinds {

    private PostgresKinds() {}

    record Cluster(
            @Nullable String apiVersion,
            @Nullable String kind,
            @Nullable ObjectMeta metadata,
            ClusterSpec spec) {}

    record ClusterSpec(
            int instances,
            String imageName,
            boolean enableSuperuserAccess,
            boolean enablePDB,
            String primaryUpdateStrategy,
            Bootstrap bootstrap,
            Postgresql postgresql,
            Storage storage,
            Storage walStorage,
            ResourceRequirements resources,
            Affinity affinity,
            @Nullable Backup backup) {}

    record Bootstrap(@Nullable Initdb initdb, @Nullable Recovery recovery) {}

    record Recovery(String database, String owner, VolumeSnapshots volumeSnapshots) {}

    record VolumeSnapshots(TypedReference storage, TypedReference walStorage) {}

    record TypedReference(String apiGroup, String kind, String name) {}

    record Initdb(
            String database,
            String owner,
            boolean dataChecksums,
            String encoding,
            String localeProvider,
            String builtinLocale,
            String localeCollate,
            String localeCType) {}

    record Postgresql(@Nullable Synchronous synchronous, Map<String, String> parameters, List<String> pg_hba) {}

    record Synchronous(String method, int number, String dataDurability, boolean failoverQuorum) {}

    record Storage(String size) {}

    record Affinity(boolean enablePodAntiAffinity, String topologyKey, String podAntiAffinityType) {}

    record Backup(String target, VolumeSnapshot volumeSnapshot) {}

    record VolumeSnapshot(String className, boolean online, String snapshotOwnerReference) {}

    record ScheduledBackup(String apiVersion, String kind, ObjectMeta metadata, ScheduledBackupSpec spec) {}

    record ScheduledBackupSpec(
            String schedule, boolean immediate, String method, String backupOwnerReference, ClusterRef cluster) {}

    record ClusterRef(String name) {}
}
