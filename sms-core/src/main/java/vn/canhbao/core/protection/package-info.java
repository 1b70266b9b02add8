/**
 * The data of a person: shown, exported, corrected and erased on request (Law 91/2025/QH15), each request with its clock;
 * what comes in after an erasure ({@code LateReceipts}); and what every class of data loses by the time it is kept.
 */
package vn.canhbao.core.protection;
