-- Files are read in slices. Stored as they are, a slice is read without the rest: compressed, the whole would be unpacked for each.
-- Pictures, PDFs and Office files are compressed already. What lies there stays as it is until it is written anew.
ALTER TABLE file_content ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE photo_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;
