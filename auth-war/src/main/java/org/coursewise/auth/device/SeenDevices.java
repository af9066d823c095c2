package org.coursewise.auth.device;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import org.coursewise.auth.account.UserId;
import org.coursewise.postgres.Sql;

/** Browser families and networks that accounts have been logged in from. */
@ApplicationScoped
public class SeenDevices {

    /** Of one account; a phone that travels sees many networks. */
    private static final int MOST = 100;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Remembers the device, in the caller's transaction. True when the account has others and this one is new. */
    public boolean isNew(UserId account, Device device) {
        var added = sql.update(
                "insert into seen_device (account_id, family, network, seen_at) values (?, ?, ?, ?) on conflict do"
                        + " nothing",
                account.value(),
                device.agent().family(),
                device.network(),
                clock.instant());
        if (added == 0) {
            return false;
        }
        sql.update(
                "delete from seen_device d using (select family, network from seen_device where account_id = ?"
                        + " order by seen_at desc offset ?) old"
                        + " where d.account_id = ? and d.family = old.family and d.network = old.network",
                account.value(),
                MOST,
                account.value());
        return sql.query(
                                "select count(*) as devices from seen_device where account_id = ?",
                                row -> row.getLong("devices"),
                                account.value())
                        .get(0)
                > 1;
    }
}
