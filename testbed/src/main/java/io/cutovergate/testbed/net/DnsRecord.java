package io.cutovergate.testbed.net;

import java.io.IOException;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * A record of the zone, in the words of Cloudflare's API.
 *
 * @param id unique in the zone
 * @param name without the dot at the end
 * @param ttl in seconds
 * @param proxied what the API says; the name server answers with the content in any case
 */
public record DnsRecord(String id, String type, String name, String content, long ttl, boolean proxied) {

    /** One that is not proxied. */
    public DnsRecord(String id, String type, String name, String content, long ttl) {
        this(id, type, name, content, ttl, false);
    }

    Record record() throws IOException {
        Name origin = Name.root;
        return Record.fromString(
                Name.fromString(name, origin), Type.value(type, true), DClass.IN, ttl, content, origin);
    }
}
