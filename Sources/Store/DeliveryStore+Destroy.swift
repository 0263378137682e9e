import GRDB

extension DeliveryStore {
    /// Destroys what can be opened: the keys of all segments, the records and the person spine.
    ///
    /// The audit log stays, so that it can be shown that it was done. Copies elsewhere are only as
    /// dead as the key file is: destroy that as well.
    ///
    /// - Throws: ``StoreError``.
    public func destroyRecords() throws {
        try overwriting {
            try write { database in
                for table in ["chunk", "delivery", "segment", "spine"] {
                    try database.execute(sql: "DELETE FROM \(table)")
                }
                for table in ["study", "studyLink"] where try database.tableExists(table) {
                    try database.execute(sql: "DELETE FROM \(table)")
                }
                try database.execute(
                    sql: """
                        DELETE FROM meta WHERE name LIKE 'carried:%' OR name LIKE 'carrier:%'
                        OR name IN ('proof', 'deliveries')
                        """
                )
            }
        }
        try rewriteFile()
    }
}
