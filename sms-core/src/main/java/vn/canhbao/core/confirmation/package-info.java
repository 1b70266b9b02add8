/** Who confirmed a campaign by answering, who did so late, who did not, and who could not be reached. */
package vn.canhbao.core.confirmation;
