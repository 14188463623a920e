import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.RestAssured;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The checks of bench/smoke as most projects would write them today. */
class CatalogueTest {

    @BeforeAll
    static void where() {
        RestAssured.baseURI = System.getProperty("origin");
        RestAssured.trustStore(System.getProperty("trust"), "changeit");
    }

    static IntStream items() {
        return IntStream.rangeClosed(1, Integer.getInteger("items"));
    }

    @ParameterizedTest
    @MethodSource("items")
    void itemIsThere(int item) {
        given().accept("application/json")
                .when()
                .get("/api/items/{item}", item)
                .then()
                .statusCode(200)
                .header("Content-Type", equalTo("application/json"))
                .header("Cache-Control", equalTo("no-store"))
                .body("id", equalTo(item))
                .body("name", equalTo("item " + item))
                .body("tags.size()", equalTo(3));
    }
}
