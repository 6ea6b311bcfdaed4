-- For each person's name in each article: the date and the keys of the bodies and regions that its facts tie it to
SELECT mention.key, mention.article, article.date,
  coalesce((SELECT json_group_array(tie) FROM (
    SELECT DISTINCT tail_key AS tie FROM evidence
      WHERE evidence.article = mention.article AND head_type = 'PERSON' AND head_key = mention.key AND type = 'HOLDS'
    ORDER BY tie)), '[]')
FROM mention JOIN article ON article.id = mention.article
WHERE mention.type = 'PERSON'
GROUP BY mention.key, mention.article
ORDER BY mention.key, article.date, mention.article;
