package io.cutovergate.testbed.net;

import java.io.IOException;
import java.util.function.Supplier;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SetResponse;
import org.xbill.DNS.Type;

/**
 * Answers queries from one zone, with authority (RFC 1034, section 4.3.2).
 *
 * @param zone where the answers stand, asked anew for each query
 */
record Answers(Supplier<org.xbill.DNS.Zone> zone) {
    private static final int UDP_PAYLOAD = 1232;
    private static final int DNSSEC_OK = ExtendedFlags.DO;
    private static final int LONGEST_ALIAS_CHAIN = 8;

    /** The answer to a query as it came from the wire; malformed ones throw. */
    Message to(byte[] wire) throws IOException {
        Message query = new Message(wire);
        Message answer = new Message(query.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        if (query.getHeader().getFlag(Flags.RD)) {
            answer.getHeader().setFlag(Flags.RD);
        }
        if (query.getOPT() != null) {
            answer.addRecord(
                    new OPTRecord(UDP_PAYLOAD, 0, 0, wantsSignatures(query) ? DNSSEC_OK : 0), Section.ADDITIONAL);
        }
        Record question = query.getQuestion();
        if (query.getHeader().getOpcode() != Opcode.QUERY || question == null) {
            answer.getHeader().setRcode(Rcode.NOTIMP);
            return answer;
        }
        answer.addRecord(question, Section.QUESTION);
        org.xbill.DNS.Zone records = zone.get();
        if (!question.getName().subdomain(records.getOrigin())) {
            answer.getHeader().setRcode(Rcode.REFUSED);
            return answer;
        }
        answer.getHeader().setFlag(Flags.AA);
        fill(answer, records, question.getName(), question.getType(), 0, wantsSignatures(query));
        return answer;
    }

    /** RFC 3225, section 3. */
    private static boolean wantsSignatures(Message query) {
        return query.getOPT() != null && (query.getOPT().getFlags() & DNSSEC_OK) != 0;
    }

    private static void fill(
            Message answer, org.xbill.DNS.Zone records, Name name, int type, int aliases, boolean signed) {
        SetResponse found = records.findRecords(name, type);
        if (found.isSuccessful()) {
            found.answers().forEach(set -> add(answer, set, signed));
        } else if (found.isCNAME() && aliases < LONGEST_ALIAS_CHAIN) {
            answer.addRecord(found.getCNAME(), Section.ANSWER);
            if (signed) {
                records.findExactMatch(name, Type.CNAME).sigs().forEach(sig -> answer.addRecord(sig, Section.ANSWER));
            }
            Name target = found.getCNAME().getTarget();
            if (target.subdomain(records.getOrigin())) {
                fill(answer, records, target, type, aliases + 1, signed);
            }
        } else {
            if (found.isNXDOMAIN() && aliases == 0) {
                answer.getHeader().setRcode(Rcode.NXDOMAIN);
            }
            answer.addRecord(records.getSOA(), Section.AUTHORITY);
        }
    }

    private static void add(Message answer, RRset set, boolean signed) {
        set.rrs().forEach(record -> answer.addRecord(record, Section.ANSWER));
        if (signed) {
            set.sigs().forEach(signature -> answer.addRecord(signature, Section.ANSWER));
        }
    }
}
