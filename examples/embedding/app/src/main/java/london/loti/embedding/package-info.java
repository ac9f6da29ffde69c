/** A small council application under Spring Boot that embeds loti: what has to be wired, and nothing else. */
package london.loti.embedding;
