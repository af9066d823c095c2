package org.coursewise.auth.userimport;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.coursewise.auth.password.HashFormats;
import org.coursewise.csv.CsvRow;
import org.coursewise.imports.RowBatch;
import org.coursewise.imports.RowError;

/** Rows of users. Of two that are about the same address or external id the first one is written before the second. */
final class UserBatch implements RowBatch {

    private static final int ROWS = 500;

    private final UserWriter writer;
    private final HashFormats formats;
    private List<StagedUser> staged = new ArrayList<>();

    UserBatch(UserWriter writer, HashFormats formats) {
        this.writer = writer;
        this.formats = formats;
    }

    @Override
    public void add(CsvRow row) {
        staged.add(StagedUser.of(row, formats));
    }

    @Override
    public boolean isFull() {
        return staged.size() >= ROWS;
    }

    @Override
    public Writing take() {
        var taken = staged;
        staged = new ArrayList<>();
        return () -> write(taken);
    }

    private List<RowError> write(List<StagedUser> users) {
        var errors = new ArrayList<RowError>();
        var rest = users;
        while (!rest.isEmpty()) {
            var later = new ArrayList<StagedUser>();
            errors.addAll(writer.take(withoutRepetition(rest, later)));
            rest = later;
        }
        return errors;
    }

    private static List<StagedUser> withoutRepetition(List<StagedUser> users, List<StagedUser> later) {
        Set<String> seen = new HashSet<>();
        var first = new ArrayList<StagedUser>();
        for (var user : users) {
            var isNew = seen.add("email " + user.emailKey());
            if (user.externalId() != null) {
                isNew = seen.add("external " + user.externalId()) && isNew;
            }
            (isNew ? first : later).add(user);
        }
        return first;
    }
}
