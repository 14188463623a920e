package io.cutovergate.probe.tls.revocation;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Object;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.jspecify.annotations.Nullable;

/**
 * Who can be asked whether a certificate is revoked.
 *
 * @param responders addresses of OCSP responders (RFC 5280, section 4.2.2.1)
 * @param lists addresses of lists (section 4.2.1.13); only those of HTTP
 * @param promisesStaple whether the server must send an answer along (RFC 7633)
 */
public record Pointers(List<String> responders, List<String> lists, boolean promisesStaple) {

    private static final String ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final String LISTS = "2.5.29.31";
    private static final String FEATURE = "1.3.6.1.5.5.7.1.24";
    private static final int STATUS_REQUEST = 5;

    public Pointers {
        responders = List.copyOf(responders);
        lists = List.copyOf(lists);
    }

    public static Pointers of(X509Certificate certificate) {
        return new Pointers(responders(certificate), lists(certificate), promise(certificate));
    }

    public boolean isEmpty() {
        return responders.isEmpty() && lists.isEmpty();
    }

    private static List<String> responders(X509Certificate certificate) {
        AuthorityInformationAccess access = AuthorityInformationAccess.getInstance(extension(certificate, ACCESS));
        return access == null
                ? List.of()
                : Arrays.stream(access.getAccessDescriptions())
                        .filter(one -> one.getAccessMethod().equals(AccessDescription.id_ad_ocsp))
                        .map(AccessDescription::getAccessLocation)
                        .filter(Pointers::isHttp)
                        .map(Pointers::address)
                        .toList();
    }

    private static List<String> lists(X509Certificate certificate) {
        CRLDistPoint points = CRLDistPoint.getInstance(extension(certificate, LISTS));
        List<String> addresses = new ArrayList<>();
        if (points != null) {
            for (DistributionPoint point : points.getDistributionPoints()) {
                DistributionPointName name = point.getDistributionPoint();
                if (name != null && name.getType() == DistributionPointName.FULL_NAME) {
                    Arrays.stream(GeneralNames.getInstance(name.getName()).getNames())
                            .filter(Pointers::isHttp)
                            .map(Pointers::address)
                            .forEach(addresses::add);
                }
            }
        }
        return addresses;
    }

    private static boolean promise(X509Certificate certificate) {
        ASN1Object features = extension(certificate, FEATURE);
        if (features == null) {
            return false;
        }
        for (ASN1Encodable feature : ASN1Sequence.getInstance(features)) {
            if (ASN1Integer.getInstance(feature).intValueExact() == STATUS_REQUEST) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHttp(GeneralName name) {
        return name.getTagNo() == GeneralName.uniformResourceIdentifier
                && address(name).startsWith("http://");
    }

    private static String address(GeneralName name) {
        return name.getName().toString();
    }

    private static @Nullable ASN1Object extension(X509Certificate certificate, String oid) {
        byte[] value = certificate.getExtensionValue(oid);
        try {
            return value == null
                    ? null
                    : ASN1Primitive.fromByteArray(
                            ASN1OctetString.getInstance(value).getOctets());
        } catch (java.io.IOException e) {
            // Who cannot be read cannot be asked.
            return null;
        }
    }
}
