package io.cutovergate.probe.dns;

import java.util.List;
import java.util.stream.Stream;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;

/**
 * What one name server holds of a name and type.
 *
 * @param server as messages call it
 * @param all the whole answer: with aliases on the way, and with signatures where they were asked for
 */
public record RecordSet(String server, int type, List<Record> all) {

    public RecordSet {
        all = List.copyOf(all);
    }

    /** Those of the type. */
    public List<Record> records() {
        return all.stream().filter(record -> record.getType() == type).toList();
    }

    /** All signatures. */
    public Stream<RRSIGRecord> signatures() {
        return all.stream().filter(RRSIGRecord.class::isInstance).map(RRSIGRecord.class::cast);
    }
}
