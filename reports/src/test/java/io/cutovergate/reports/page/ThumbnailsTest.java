package io.cutovergate.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.cutovergate.reports.document.ObligationDocument.AttachmentDocument;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThumbnailsTest {

    private static final String PREFIX = "data:image/png;base64,";

    @TempDir
    private Path folder;

    @Test
    void makesPicturesSmall() throws IOException {
        String thumbnail = Objects.requireNonNull(of("image/png", png(1280, 800)));

        assertThat(thumbnail).startsWith(PREFIX);
        BufferedImage small = ImageIO.read(
                new ByteArrayInputStream(Base64.getDecoder().decode(thumbnail.substring(PREFIX.length()))));
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(200);
    }

    @Test
    void keepsDrawingsAsTheyAre() throws IOException {
        assertThat(of("image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("data:image/svg+xml;base64,PHN2Zy8+");
        assertThat(of("image/svg+xml", new byte[200_001])).isNull();
    }

    @Test
    void leavesWhatIsNoPicture() throws IOException {
        byte[] whole = png(64, 64);

        assertThat(of("text/plain", whole)).isNull();
        assertThat(of("image/png", "no picture".getBytes(StandardCharsets.UTF_8)))
                .isNull();
        assertThat(of("image/png", Arrays.copyOf(whole, whole.length / 3))).isNull();
    }

    private @Nullable String of(String type, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("it"), content);
        return new Thumbnails(folder)
                .of(new AttachmentDocument("it", type, file.getFileName().toString(), "0"));
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
