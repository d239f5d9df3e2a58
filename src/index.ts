/** The pure stages as a library: what the scorers call, and what another project could use without Discord or a database. */
export {};
